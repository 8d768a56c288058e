import { spawn } from 'node:child_process'
import { Untold } from '../harness/untold.js'

/** Programs of samples answer one request or two. */
const PATIENCE = 30_000

/**
 * What a program prints.
 *
 * @param input what it reads
 * @throws Untold where this machine does not have the program, or a package of it; an Error where it fails
 */
export function runProgram(command: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: PATIENCE })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdin.on('error', () => {})
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Untold(`${command} is not on this machine`) : error),
    )
    child.once('close', (code) => {
      const missing = /ModuleNotFoundError: No module named '([\w.]+)'/.exec(err)?.[1]
      if (code === 0) resolve(out)
      else
        reject(missing ? new Untold(`${command} has no ${missing}`) : new Error(`${command} ended with ${code}: ${err.trim().slice(-300)}`))
    })
    child.stdin.end(input)
  })
}
