import http from 'node:http';

/** Follows server-sent events and tells `onEvent(type, incidentId)` of those whose type is wanted; others cost next to nothing. */
export function followLive({ url, token, types }, onEvent) {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', ...(token && { authorization: `Bearer ${token}` }) };
    const request = http.get(url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`the live feed answers ${answer.statusCode}`));
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (text) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) take(block);
      });
      resolve({ close: () => request.destroy() });
    });
    request.on('error', reject);
    const take = (block) => {
      const at = block.indexOf('event: ');
      if (at < 0) return;
      const type = block.slice(at + 7, block.indexOf('\n', at));
      if (!types.includes(type)) return;
      const id = block.indexOf('"incidentId":"') + 14;
      onEvent(type, block.slice(id, id + 36));
    };
  });
}
