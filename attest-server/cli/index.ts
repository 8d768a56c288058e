#!/usr/bin/env node
import type { Ms } from '../../shared/units.js'
import { environment } from '../main.js'
import { drill } from './drill.js'
import { runCli } from './run-cli.js'

/** For what is still fetched in the background, and is of no use any more. */
const PATIENCE: Ms = 1000

// The `vouchsafe` program: the one file whose import does something.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has read enough, as `head` does.
  if (error.code === 'EPIPE') process.exit()
  throw error
})
const argv = process.argv.slice(2)
const output = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
}
const isDrill = argv[0] === 'drill'
process.exitCode = await (isDrill ? drill(argv.slice(1), environment(), output) : runCli(argv, environment(), output))
// It fires only where something else keeps the process.
setTimeout(() => process.exit(), PATIENCE).unref()
