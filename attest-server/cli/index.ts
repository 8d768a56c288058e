#!/usr/bin/env node
import { environment } from '../main.js'
import { runCli } from './run-cli.js'

// The `vouchsafe` program: the one file whose import does something.
process.exitCode = await runCli(process.argv.slice(2), environment(), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
})
