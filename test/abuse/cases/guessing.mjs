import { counted, inTurns, send } from '../raw.mjs';

const GUESSES = 12;
const AT_ONCE = 8;
/** Addresses that guess; everybody at work has one of their own. */
const GUESSERS = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];

/** Guessing on all accounts from several addresses: nobody gets in, and everybody signs in again at the device they know. */
export const guessing = {
  id: 'guessing',
  async run({ baseUrl, api, system }) {
    const names = (await api.get('admin', 'accounts?limit=100')).items.map(({ account }) => account);
    const signIn = (account, password, from, cookie) =>
      send({
        url: `${baseUrl}/api/v1/sessions`,
        method: 'POST',
        from,
        headers: cookie ? { cookie } : {},
        body: JSON.stringify({ account, password }),
      });
    const devices = await inTurns(names, 2, async (account, at) => {
      const from = `127.0.1.${at + 1}`;
      return { account, from, ...(await signIn(account, system.password, from)) };
    });
    const known = devices.filter(({ status }) => status === 201);
    const guesses = known.flatMap(({ account }) =>
      Array.from({ length: GUESSES }, (_, at) => [account, `Guess-${at}-word`]),
    );
    const answers = await inTurns(guesses, AT_ONCE, ([account, word], at) =>
      signIn(account, word, GUESSERS[at % GUESSERS.length]),
    );
    const back = await inTurns(known, 2, ({ account, from, headers }) =>
      signIn(account, system.password, from, headers['set-cookie'].map((cookie) => cookie.split(';')[0]).join('; ')),
    );
    const statuses = counted(answers.map(({ status }) => status));
    const returned = back.filter(({ status }) => status === 201).length;
    return {
      ok: known.length > 0 && statuses[401] > 0 && !(201 in statuses) && returned === known.length,
      notes:
        `${guesses.length} guesses at ${known.length} accounts: ${JSON.stringify(statuses)}; ` +
        `${returned} of ${known.length} signed in at once at their known device`,
    };
  },
};
