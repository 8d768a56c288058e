import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, seconds?: number }} [options] `quiet`: nothing is shown, all is
 *   returned; `seconds`: after that time the command is asked to end, and killed if it does not.
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `code` is 127 when there is no such command; `output` holds both
 *   streams, and like `stdout` it is empty unless `quiet`.
 */
export function run(command, args, { quiet = false, env = process.env, cwd = root, seconds } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    const limits = seconds ? limit(child, seconds * 1000) : []
    let output = ''
    let stdout = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text))
    child.stdout?.on('data', (text) => (stdout += text))
    child.on('error', (error) => settle({ code: 127, output: error.message, stdout }))
    child.on('exit', () => limits.forEach(clearTimeout))
    child.on('close', (code, signal) => settle({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output, stdout }))
  })
}

/** How long a command may take to clear up when its time is over. */
const GRACE = 20_000

/** @param {import('node:child_process').ChildProcess} child @param {number} ms */
function limit(child, ms) {
  return [setTimeout(() => child.kill('SIGTERM'), ms), setTimeout(() => child.kill('SIGKILL'), ms + GRACE)]
}

/**
 * The program of an installed package, started with the Node that runs us: no shell and no wrapper between.
 *
 * @param {string} name of the package
 * @param {string} [bin] of the program, where the package has several
 */
export function program(name, bin = name) {
  const path = join(root, 'node_modules', name, 'package.json')
  const { bin: bins } = createRequire(import.meta.url)(path)
  return join(dirname(path), typeof bins === 'string' ? bins : bins[bin])
}
