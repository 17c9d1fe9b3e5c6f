import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

/** Thrown by {@link run} when a command ends with another code than 0; the message carries the end of its output. */
export class CommandFailed extends Error {
  constructor(command, result) {
    const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-15).join('\n');
    super(`${command} ended with ${result.code}\n${tail}`);
    this.result = result;
  }
}

/**
 * Runs a command to its end and collects its output.
 * @param {object} options
 * @param {object} [options.env] added to the environment of this process
 * @param {string} [options.input] what the command reads on its stdin
 * @param {boolean} [options.allowFailure] return a failed result instead of throwing
 * @param {number} [options.timeoutMs] kill the command and what it started after this time
 * @param {(line: string) => void} [options.onLine] called for each line as it comes
 * @returns {Promise<{code: number, stdout: string, stderr: string}>} code 127 when the command does not exist
 */
export function run(command, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: options.timeoutMs !== undefined,
    });
    const result = { code: 127, stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => {
        result[name] += text;
        if (options.onLine) for (const line of text.split('\n').filter(Boolean)) options.onLine(line);
      });
    }
    const late = options.timeoutMs && setTimeout(() => killGroup(child, result, options.timeoutMs), options.timeoutMs);
    const finish = () => {
      clearTimeout(late);
      groups.delete(child.pid);
      if (result.code === 0 || options.allowFailure) resolve(result);
      else reject(new CommandFailed(command, result));
    };
    if (options.timeoutMs) groups.add(child.pid);
    child.on('error', (error) => {
      result.stderr += error.message;
      finish();
    });
    child.on('close', (code, signal) => {
      result.code = code ?? (signal ? 128 : 1);
      finish();
    });
    if (options.input !== undefined) child.stdin.end(options.input);
  });
}

/** Commands that run in process groups of their own; they must not outlive this script, nor its Ctrl-C. */
const groups = new Set();

function killGroup(child, result, timeoutMs) {
  result.stderr += `\nstopped after ${timeoutMs / 1000} s`;
  process.kill(-child.pid, 'SIGKILL');
}

/** Stops what {@link run} started with a time limit; for a script that is told to end. */
export function killRunning() {
  for (const pid of groups) process.kill(-pid, 'SIGKILL');
}

/** The full path of an executable, or undefined. Debian keeps servers in sbin, which an ordinary user's PATH lacks. */
export function which(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
