import { clock, openPrepared } from '../compose.js'
import { composeProofs } from '../compose-proofs.js'
import { type Config, type Environment, parseConfig } from '../config.js'
import { type Stores, StoreUnavailable } from '../stores/ports.js'
import type { Answer, Outcome } from './answer.js'
import { check } from './check.js'
import { exportCrawlers, refreshCrawlers } from './crawlers.js'
import { listKeys, rotateKey } from './key.js'
import { DONE, FAILED, MISUSED, type Output } from './output.js'
import { type Command, parseArguments } from './parse-arguments.js'
import { createProject, listProjects, rotateProjectKey, setProject } from './project.js'
import { serve } from './serve.js'
import { USAGE } from './usage.js'
import { VERSION } from './version.js'

/** Whoever asks for the lists to be fetched has said that they may be, whatever the server's settings say. */
const crawlersOf = (stores: Stores, config: Config, crawlerFeeds: boolean) =>
  composeProofs({ ...config, crawlerFeeds, agents: 'off' }, stores, () => null, clock).crawlers

function answer({ name, options }: Command, stores: Stores, config: Config): Promise<Answer> {
  const { projects, signingKeys } = stores
  const desk = { projects, dataDir: config.dataDir }
  switch (name) {
    case 'project create':
      return createProject(options, desk)
    case 'project list':
      return listProjects(desk)
    case 'project set':
      return setProject(options, desk)
    case 'project rotate-key':
      return rotateProjectKey(options, desk)
    case 'key list':
      return listKeys(signingKeys)
    case 'key rotate':
      return rotateKey(options, signingKeys, config.signingAlgorithm)
    case 'crawlers export':
      return exportCrawlers(crawlersOf(stores, config, false))
    case 'crawlers refresh':
      return refreshCrawlers(crawlersOf(stores, config, true))
    case 'serve':
      return check(config)
    default:
      throw new Error(`${name} needs no store`)
  }
}

function print({ data, lines, remarks = [] }: Outcome, isJson: boolean, output: Output): void {
  for (const line of isJson ? [JSON.stringify(data)] : lines) output.out(line)
  for (const remark of remarks) output.err(remark)
  if (!isJson && 'secretKey' in data) output.err('Keep the secret key: it is not shown again.')
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
    else for (const fault of result.error.faults) output.err(fault)
    return result.ok ? DONE : result.error.code
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
  return name === 'serve' && !options.check ? serve(config.value, output) : runOnStores(command.value, config.value, output)
}
