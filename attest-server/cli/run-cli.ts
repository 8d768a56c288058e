import { openPrepared } from '../compose/compose-deps.js'
import { type Config, type Environment, parseConfig } from '../config.js'
import { StoreUnavailable } from '../stores/ports.js'
import type { Answer, Outcome } from './answer.js'
import { commands, fileCommands } from './commands.js'
import { openDesk } from './desk.js'
import { DONE, FAILED, MISUSED, type Output } from './output.js'
import { type Options, parseArguments } from './parse-arguments.js'
import { serve } from './serve.js'
import { USAGE } from './usage.js'
import { VERSION } from './version.js'

function print({ data, lines, remarks = [] }: Outcome, isJson: boolean, output: Output): void {
  for (const line of isJson ? [JSON.stringify(data)] : lines) output.out(line)
  for (const remark of remarks) output.err(remark)
  if (!isJson && 'secretKey' in data) output.err('Keep the secret key: it is not shown again.')
}

function finish(result: Answer, options: Options, output: Output): number {
  if (result.ok) print(result.value, options.json === true, output)
  else for (const fault of result.error.faults) output.err(fault)
  return result.ok ? DONE : result.error.code
}

async function runOnStores(name: keyof typeof commands, options: Options, config: Config, output: Output): Promise<number> {
  const stores = await openPrepared(config)
  if (!stores.ok) {
    output.err(stores.error)
    return FAILED
  }
  try {
    return finish(await commands[name](options, openDesk(stores.value, config.dataDir), config), options, output)
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    output.err(`The data in ${config.dataDir} is not available: ${error.cause instanceof Error ? error.cause.message : 'unknown cause'}.`)
    return FAILED
  } finally {
    await stores.value.close()
  }
}

/** The command line. @returns the exit code. */
export async function runCli(argv: readonly string[], environment: Environment, output: Output): Promise<number> {
  const command = parseArguments(argv)
  if (!command.ok) {
    output.err(`${command.error} See "vouchsafe help".`)
    return MISUSED
  }
  const { name, options } = command.value
  if (name === 'help' || name === 'version') {
    output.out(name === 'help' ? USAGE : VERSION)
    return DONE
  }
  const config = parseConfig(environment)
  if (!config.ok) {
    for (const fault of config.error) output.err(fault)
    return FAILED
  }
  if (name === 'backup' || name === 'restore') return finish(fileCommands[name](options, config.value), options, output)
  return name === 'serve' && !options.check ? serve(config.value, output) : runOnStores(name, options, config.value, output)
}
