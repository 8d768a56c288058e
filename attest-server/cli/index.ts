#!/usr/bin/env node
import type { Ms } from '../../shared/units.js'
import { environment } from '../main.js'
import { runCli } from './run-cli.js'

/** For what is still fetched in the background, and is of no use any more. */
const PATIENCE: Ms = 1000

// The `vouchsafe` program: the one file whose import does something.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has read enough, as `head` does.
  if (error.code === 'EPIPE') process.exit()
  throw error
})
process.exitCode = await runCli(process.argv.slice(2), environment(), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
})
// It fires only where something else keeps the process.
setTimeout(() => process.exit(), PATIENCE).unref()
