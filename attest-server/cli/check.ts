import { ok } from '../../shared/result.js'
import { clock } from '../compose.js'
import type { Config } from '../config.js'
import type { SourceStatus } from '../network/databases/source.js'
import { openNetwork } from '../network/open-network.js'
import type { Answer } from './answer.js'

const DAY = 86_400

function lineOf({ name, kind, entries, age, state, fault }: SourceStatus): string {
  if (age === null) return `  ${name}: ${state}. ${fault}`
  const holds = `${kind}, ${entries} entries, ${Math.floor(age / DAY)} days old`
  return `  ${name}: ${holds}${fault === null ? '' : `. ${fault}`}`
}

/** `serve --check`: the settings were read and the store is open, so that it could start. Says of each database what it holds and how old it is. */
export async function check({ dataDir, networkDatabases }: Config): Promise<Answer> {
  const databases = (await openNetwork(networkDatabases, clock)).statuses()
  const known = databases.length === 0 ? [] : ['Databases about addresses:', ...databases.map(lineOf)]
  return ok({ data: { dataDir, databases }, lines: [`The server could start; its data is in ${dataDir}.`, ...known] })
}
