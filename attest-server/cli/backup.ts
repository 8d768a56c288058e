import { resolve } from 'node:path'
import { ok, type Result } from '../../shared/result.js'
import type { Config } from '../config.js'
import { backUp, type Copied, restore } from '../stores/open.js'
import { type Answer, failure, misuse } from './answer.js'
import type { Options } from './parse-arguments.js'

const answerOf = (file: string, copied: Result<Copied, string>, said: (copied: Copied) => string, ...remarks: string[]): Answer =>
  copied.ok ? ok({ data: { file, ...copied.value }, lines: [said(copied.value)], remarks }) : failure(copied.error)

const amount = ({ bytes, projects }: Copied): string => `${(bytes / 1e6).toFixed(1)} MB, ${projects} projects`

/** `backup --file FILE`: may run while the server does. */
export async function backupStore({ file }: Options, config: Config): Promise<Answer> {
  if (file === undefined) return misuse('--file is missing: where is the backup to be?')
  const path = resolve(file)
  const said = (copied: Copied) => `The data in ${config.dataDir} is in ${path}: ${amount(copied)}.`
  return answerOf(path, backUp(config, path), said, 'It holds the signing keys: whoever reads it can sign verdicts.')
}

/** `restore --file FILE [--force]`: the server must not run. */
export async function restoreStore({ file, force = false }: Options, config: Config): Promise<Answer> {
  if (file === undefined) return misuse('--file is missing: which backup?')
  const path = resolve(file)
  return answerOf(path, restore(path, config, force), (copied) => `${path} is restored to ${config.dataDir}: ${amount(copied)}.`)
}
