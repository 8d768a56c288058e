import { openPrepared } from '../compose.js'
import { type Config, type Environment, parseConfig } from '../config.js'
import { type Stores, StoreUnavailable } from '../stores/ports.js'
import { listKeys, rotateKey } from './key.js'
import { DONE, FAILED, MISUSED, type Output } from './output.js'
import { type Command, parseArguments } from './parse-arguments.js'
import { type Answer, createProject, listProjects, rotateProjectKey, setProject } from './project.js'
import { serve } from './serve.js'
import { USAGE } from './usage.js'

function answer({ name, options }: Command, stores: Stores, config: Config): Promise<Answer> {
  switch (name) {
    case 'project create':
      return createProject(options, stores.projects)
    case 'project list':
      return listProjects(options, stores.projects)
    case 'project set':
      return setProject(options, stores.projects)
    case 'project rotate-key':
      return rotateProjectKey(options, stores.projects)
    case 'key list':
      return listKeys(stores.signingKeys)
    case 'key rotate':
      return rotateKey(options, stores.signingKeys, config.signingAlgorithm)
    default:
      throw new Error(`${name} needs no store`)
  }
}

function print(result: object, isJson: boolean, output: Output): void {
  output.out(isJson ? JSON.stringify(result) : JSON.stringify(result, null, 2))
  if (!isJson && 'secretKey' in result) output.err('Keep the secret key: it is shown only this once.')
}

async function runOnStores(command: Command, config: Config, output: Output): Promise<number> {
  const stores = await openPrepared(config)
  if (!stores.ok) {
    output.err(stores.error)
    return FAILED
  }
  try {
    const result = await answer(command, stores.value, config)
    if (result.ok) print(result.value, command.options.json === true, output)
    else for (const fault of result.error) output.err(fault)
    return result.ok ? DONE : FAILED
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
  if (command.value.name === 'help') {
    output.out(USAGE)
    return DONE
  }
  const config = parseConfig(environment)
  if (!config.ok) {
    for (const fault of config.error) output.err(fault)
    return FAILED
  }
  return command.value.name === 'serve' ? serve(config.value, output) : runOnStores(command.value, config.value, output)
}
