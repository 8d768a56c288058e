import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers, claimPort } from '../../lib/ports.mjs'
import { root, run } from '../../lib/run.mjs'

const CLI = join(root, 'dist', 'cli.mjs')
/** Seconds that a server may take to answer. */
const START = 30

/**
 * An empty folder as a reader has it who has installed the package, and what was started in it.
 *
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 */

/** Programs that the pages call: ours as it was built, and a curl that fails where the server says no. */
const shims = {
  vouchsafe: `exec "${process.execPath}" "${CLI}" "$@"`,
  npx: `[ "$1" = vouchsafe ] && shift && exec "${process.execPath}" "${CLI}" "$@"`,
  curl: 'exec /usr/bin/env -u BASH_ENV "$REAL_CURL" -sS $CURL_FLAGS "$@"',
}

/** Nothing of the caller's own settings; little work, so that verdicts come at once. @param {string} folder @param {number} port */
function environment(folder, port) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$)/.test(name))
  return {
    ...Object.fromEntries(own),
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    PORT: String(port),
    VOUCHSAFE_DATA_DIR: join(folder, '.vouchsafe'),
    VOUCHSAFE_POW_DIFFICULTY: '16',
    VOUCHSAFE_LOG: 'silent',
    VOUCHSAFE_CRAWLER_FEEDS: 'off',
    VOUCHSAFE_AGENTS: 'off',
    CURL_FLAGS: '--fail-with-body',
  }
}

export async function openStage() {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-docs-'))
  const ports = await Promise.all([freePort(), freePort()])
  const { stdout } = await run('bash', ['-c', 'command -v curl'], { quiet: true })
  const env = { ...environment(folder, ports[0]), REAL_CURL: stdout.trim() }
  furnish(folder)
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []
  return {
    folder,
    env,
    /** Of the attest-server, and of the site. */
    ports,
    /** Starts what goes on until the stage is closed. @param {string} script @param {string} url answers 200 once it is up @param {Readonly<Record<string, string>>} more */
    serve: async (script, url, more = {}) => {
      const child = spawn('bash', ['-c', `exec ${script.replace(/^((?:\s*\w+=\S+ )*)/, 'env $1')}`], {
        cwd: folder,
        env: { ...env, ...more },
        stdio: 'ignore',
      })
      children.push(child)
      // Should this process end before the stage is closed.
      process.once('exit', () => child.kill('SIGKILL'))
      const up = await answers(url, { seconds: START, vain: () => child.exitCode !== null })
      return up ? undefined : `${url} did not answer`
    },
    close: async () => {
      for (const child of children.reverse()) {
        const ended = new Promise((settle) => child.once('exit', settle))
        if (child.exitCode === null && child.kill('SIGTERM')) await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @param {string} folder */
function furnish(folder) {
  mkdirSync(join(folder, 'bin'))
  for (const [name, line] of Object.entries(shims)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${line}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'vouchsafe'))
}

async function freePort() {
  const claimed = await claimPort('127.0.0.1', 0)
  if ('fault' in claimed) throw new Error(claimed.fault)
  return claimed.port
}
