import { Injectable } from '@nestjs/common';
import { spelled } from '../domain/password-policy.js';

/** Too common is what takes fewer guesses, the likeliest first: 10^8 take one core a month, at 25 ms a hash. */
const MIN_GUESSES_LOG10 = 8;
/** Characters that are looked at: the time grows faster than the length, and this many are enough to be safe. */
const LOOKED_AT = 32;

/** What is common here and lacks in the lists of the world: police, park and product, and favourites written in pinyin. */
const LOCAL = [
  ...['qijing', 'qijingkuaichu', 'jingqi', 'gongan', 'gonganju', 'jingcha', 'minjing', 'paichusuo', 'jiejing', 'wujin'],
  ...['changzhou', 'jiangsu', 'zhongguo', 'beijing', 'shanghai', 'renmin', 'yuanqu', 'qiye', 'zhihui', 'zhongxin'],
  ...['mima', 'wodemima', 'denglu', 'guanliyuan', 'xitong', 'ceshi', 'yonghu', 'zhanghao', 'chushi', 'linshi'],
  ...['woaini', 'woaiwojia', 'woxihuan', 'woaizhongguo', 'aini', 'xiaoxiao', 'baobei', 'laopo', 'laogong', 'nihao'],
  ...['5201314', '1314520', '520520', '110110', '112233', '147258', '147258369', '159357', '168168', '888888'],
  ...['huawei', 'tencent', 'taobao', 'alibaba', 'baidu', 'xiaomi', 'weixin', 'wangyi', 'admin', 'administrator'],
];

type Strength = (password: string, own: string[]) => number;

/**
 * Tells passwords that many people choose, and variants of them, by zxcvbn: lists of leaked passwords, rows of keys, dates,
 * repetitions and letters written as digits; besides what is common here.
 */
@Injectable()
export class CommonPasswords {
  private strength: Promise<Strength> | undefined;

  /** Whether a password is easily guessed by somebody who knows these words about its owner. */
  async includes(password: string, own: readonly string[]): Promise<boolean> {
    this.strength ??= load();
    const strength = await this.strength;
    return strength([...spelled(password)].slice(0, LOOKED_AT).join(''), [...own]) < MIN_GUESSES_LOG10;
  }
}

/** The lists take some megabytes: they are read when the first password is chosen. */
async function load(): Promise<Strength> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary: { ...dictionary, local: LOCAL }, graphs: adjacencyGraphs });
  return (password, own) => zxcvbn.check(password, own).guessesLog10;
}
