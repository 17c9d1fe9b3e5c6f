import { existsSync } from 'node:fs';
import { run, which } from '../lib/command.mjs';
import { canInstall, install } from '../stack/packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium and Chinese fonts for it; both are installed where Debian's packages can be.
 * @returns {Promise<string>} the executable: the one that QIJING_CHROMIUM names, else the one on the PATH
 * @throws Error with what is missing and how to get it
 */
export async function ensureChromium() {
  if (process.env.QIJING_CHROMIUM) return givenChromium(process.env.QIJING_CHROMIUM);
  const missing = [...(onPath() ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0) {
    if (!canInstall())
      throw new Error(`${missing.join(' and ')} not installed (Debian: apt-get install ${missing.join(' ')})`);
    await install(missing);
  }
  const chromium = onPath();
  if (!chromium) throw new Error('apt-get install chromium left no chromium on the PATH');
  return chromium;
}

function givenChromium(path) {
  if (!existsSync(path)) throw new Error(`QIJING_CHROMIUM names ${path}, which does not exist`);
  return path;
}

const onPath = () => NAMES.map(which).find(Boolean);

/** Without one every Chinese character is an empty box. Systems without fontconfig bring fonts of their own. */
async function hasChineseFont() {
  if (!which('fc-list')) return process.platform !== 'linux';
  return (await run('fc-list', [':lang=zh-cn', 'family'], { allowFailure: true })).stdout.trim() !== '';
}
