import http from 'node:http';
import { counted, inTurns } from '../raw.mjs';

const STREAMS = 1000;
const AT_ONCE = 50;
const PATIENCE_MS = 10_000;

/** A thousand live streams by few accounts: each account has its share, and whoever already listens goes on to hear. */
export const streams = {
  id: 'streams',
  async run({ baseUrl, api, report }) {
    const listener = await listen(baseUrl, (await api.as('operator')).token);
    const { token } = await api.as('enterprise');
    const opened = await inTurns(Array.from({ length: STREAMS }), AT_ONCE, () => listen(baseUrl, token));
    const statuses = counted(opened.map(({ status }) => status));
    const { incidentId } = await report('operator');
    const heard = await listener.hears(incidentId);
    for (const { close } of [...opened, listener]) close();
    const others = Object.keys(statuses).every((status) => ['200', '429', '503'].includes(status));
    return {
      ok: heard && others && statuses[200] > 0 && statuses[200] < STREAMS,
      notes: `${STREAMS} streams of one account: ${JSON.stringify(statuses)}; the operator's own stream ${heard ? 'heard' : 'missed'} the next report`,
    };
  },
};

/** Opens a live stream. Status 0: no answer. */
function listen(baseUrl, token) {
  return new Promise((resolve) => {
    let text = '';
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const request = http.get(`${baseUrl}/api/v1/live`, { agent: false, headers }, (incoming) => {
      incoming
        .setEncoding('utf8')
        .on('data', (part) => (text += part))
        .on('error', () => {});
      resolve({
        status: incoming.statusCode,
        close: () => request.destroy(),
        hears: async (word) => {
          for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
            if (text.includes(word)) return true;
            await new Promise((next) => setTimeout(next, 50));
          }
          return false;
        },
      });
    });
    request.on('error', () => resolve({ status: 0, close: () => {} }));
  });
}
