import { sleep } from '../../../scripts/lib/command.mjs';
import { Session } from '../../kit/api.mjs';

const PATIENCE_MS = 120_000;
const UNTIL_FILLED_MS = 30_000;

/** One signed-in account; every attempt of a write is written to the log of the world. */
export class LoggedSession extends Session {
  constructor(world, account) {
    super(world.api, account);
    this.log = world.log;
  }

  /** A process answers before its demo is filled: who is not known yet tries again for half a minute. */
  async signIn() {
    for (const until = Date.now() + UNTIL_FILLED_MS; ; await sleep(150)) {
      try {
        return await super.signIn();
      } catch (error) {
        if (this.api.closed() || Date.now() > until) throw error;
      }
    }
  }

  /**
   * Posts until the outcome is known; what has none after two minutes stays open in the log.
   * @param {{kind: 'report'|'act'|'account', act?: string, subject?: string}} what
   */
  tell(path, body, key, what) {
    const onAttempt = ({ status, answer, sentAt, known }) =>
      this.log.write({
        ...what,
        key,
        actor: this.account,
        sentAt,
        answeredAt: Date.now(),
        status: known ? status : null,
        answer,
      });
    return this.send('POST', path, { body, key, patienceMs: PATIENCE_MS, faultsToo: true, onAttempt });
  }
}
