import { once } from 'node:events';
import { run, sleep, which } from '../lib/command.mjs';

/**
 * People who watch the demo in a browser.
 * @param {string} pace seconds between two steps
 */
export function audience(pace) {
  const pauseMs = Number(pace) * 1_000;
  if (!(pauseMs >= 0 && pauseMs <= 60_000)) throw new Error(`--pace takes 0 to 60 seconds, not ${pace}`);
  return {
    /** Says where to sign in and opens a browser; on a terminal the play begins with Enter. */
    async invite({ baseUrl, password }) {
      process.stderr.write(invitation(baseUrl, password));
      openInBrowser(baseUrl);
      if (process.stdin.isTTY) await pressed('Enter 开始 to begin');
    },
    pause: () => sleep(pauseMs),
    /** Lets them look around before the system stops. */
    async dismiss() {
      if (process.stdin.isTTY) await pressed('Enter 结束 to stop');
    },
  };
}

const invitation = (url, password) =>
  [
    '',
    `  Qijing 企警快处  ${url}`,
    '',
    '  operator     接警席 console, the desk where everything appears',
    '  enterprise   企业联系人 portal, what the enterprise is told',
    '  PS02         派出所 unit phone, the lead of this incident',
    '  director     审批领导 console, who approves the filing and the return',
    `  密码 password  ${password}`,
    '',
    '',
  ].join('\n');

/** Where there is a desktop; elsewhere the address on the screen must do. */
function openInBrowser(url) {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const hasDesktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasDesktop && which(opener)) void run(opener, [url], { allowFailure: true });
}

async function pressed(prompt) {
  process.stderr.write(`  ${prompt} `);
  process.stdin.resume();
  await once(process.stdin, 'data');
  process.stdin.pause();
  process.stderr.write('\n');
}
