import { DEMO_ENTERPRISE_ID, OTHER_ENTERPRISE_ID } from '../../../apps/standalone/src/demo/data/enterprises.js';
import { send } from './client.js';
import { CONTACTS, type Contact, type Happening, type Told } from './disclosure-oracle.js';
import { assistOf } from './stage.js';
import { theft, type Incident, type World } from './world.js';

const PASSWORD = 'Model-pass-71';

/** The contacts of the model in a world, and what becomes of their accounts. */
export class Actors {
  private readonly accountIds: Record<string, string> = {};

  private constructor(readonly world: World) {}

  /** Makes their accounts and signs them in. */
  static async of(world: World): Promise<Actors> {
    const actors = new Actors(world);
    for (const account of CONTACTS) {
      const enterpriseId = account === 'm.rival' ? OTHER_ENTERPRISE_ID : DEMO_ENTERPRISE_ID;
      const body = { account, name: account, roles: ['enterprise_contact'], enterpriseId };
      const { accountId } = await world.act<{ accountId: string }>('admin', 'POST', 'accounts', body);
      actors.accountIds[account] = accountId;
      const reset = await world.act<{ handedOut: { secret: string } }>('admin', 'POST', `accounts/${accountId}/reset`);
      await world.act('admin', 'POST', 'passwords', { secret: reset.handedOut.secret, password: PASSWORD });
      await actors.signIn(account);
    }
    return actors;
  }

  /** Reports what the oracle is told of. */
  async report({ by, type, suspected, named }: Told): Promise<Played> {
    const incident = await this.world.report(
      by,
      {
        type,
        ...(by !== 'operator' && { enterpriseId: undefined }),
        ...(suspected && { flags: ['insider_suspected'] }),
        ...(named && { safeContact: { account: named } }),
      },
      { withCase: false },
    );
    return new Played(this, incident);
  }

  async setDisabled(disabled: boolean): Promise<void> {
    const path = `accounts/${this.accountIds['m.aide'] ?? ''}`;
    const { pending } = await this.world.act<{ pending?: object }>('admin', 'PATCH', path, { disabled });
    if (pending) await this.world.act('security', 'POST', `${path}/confirm`, {});
    if (!disabled) await this.signIn('m.aide');
  }

  private async signIn(account: string): Promise<void> {
    const path = '/api/v1/sessions';
    const { text } = await send(this.world.system.url, { method: 'POST', path, body: { account, password: PASSWORD } });
    this.world.people.knows(account, (JSON.parse(text) as { accessToken: string }).accessToken);
  }
}

/** Does to a real incident what the oracle is told of; what the product refuses happened to nobody. */
export class Played {
  private proposal?: string;

  constructor(
    private readonly actors: Actors,
    readonly incident: Incident,
  ) {}

  private get world(): World {
    return this.actors.world;
  }

  async play(happening: Happening): Promise<unknown> {
    switch (happening.act) {
      case 'suspect':
        await this.unit(this.incident.lead, 'acknowledge', {}).catch(() => undefined);
        return this.unit(this.incident.lead, 'feedback', { text: '仓管员有嫌疑', insiderSuspected: true });
      case 'told-again':
        return this.toldAgain();
      case 'restrict':
        return this.restrict(happening.contact);
      case 'propose':
        return this.propose();
      case 'approve':
        return this.decide();
      case 'disable':
      case 'enable':
        return this.actors.setDisabled(happening.act === 'disable');
      case 'release':
        return this.release(happening.reason);
    }
  }

  /** Makes room for the next: every unit has done what it had to. */
  async end(): Promise<void> {
    const { lead } = this.incident;
    await this.unit(lead, 'acknowledge', {}).catch(() => undefined);
    await this.unit(lead, 'feedback', { text: '已处置' });
    await this.unit(lead, 'complete', { text: '已处置', outcome: 'NO_OFFENCE', releaseAssists: true });
    await this.actors.setDisabled(false);
  }

  private toldAgain(): Promise<unknown> {
    const { incidentId: relatesTo } = this.incident;
    return this.world.act('operator', 'POST', 'reports', { ...theft, relatesTo, flags: ['insider_suspected'] });
  }

  private restrict(account?: Contact): Promise<unknown> {
    const body = { reason: '疑有内部人员', ...(account && { safeContact: { account } }) };
    const path = `incident-files/${this.incident.incidentId}/restrict`;
    return unless(422, unless(409, this.world.act('operator', 'POST', path, body)));
  }

  private async release(reason: string): Promise<void> {
    const assist = assistOf(this.incident);
    const at = `assignments/${this.incident.assignments[assist] ?? ''}`;
    await unless(409, this.world.act(assist, 'POST', `${at}/decline`, { reason }));
    await unless(409, this.world.act('operator', 'POST', `${at}/approve-decline`, {}));
  }

  private async propose(): Promise<void> {
    const { incidentId, lead } = this.incident;
    const body = { act: 'lift_restriction', basis: '已核实' };
    const asked = this.world.act<{ proposalId: string }>(lead, 'POST', `incident-files/${incidentId}/proposals`, body);
    this.proposal = (await unless(409, asked))?.proposalId ?? this.proposal;
  }

  private async decide(): Promise<void> {
    if (this.proposal === undefined) return;
    const at = `proposals/${this.proposal}`;
    this.proposal = undefined;
    const approved = await unless(409, this.world.act<object>('director', 'POST', `${at}/approve`, {}));
    if (!approved) await this.world.act('director', 'POST', `${at}/reject`, { reason: '有新情况' });
  }

  private unit(code: string, act: string, body: object): Promise<void> {
    return this.world.act(code, 'POST', `assignments/${this.incident.assignments[code] ?? ''}/${act}`, body);
  }
}

/** What came of something that may be refused so. */
async function unless<T>(status: number, asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: Error) => {
    if (error.message.includes(`: ${status} `)) return undefined;
    throw error;
  });
}
