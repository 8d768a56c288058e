import { ok } from '../../shared/result.js'
import { clock } from '../compose/compose-deps.js'
import type { Config } from '../config.js'
import type { SourceStatus } from '../network/databases/source.js'
import { openNetwork } from '../network/open-network.js'
import { loadCertificate } from '../network/tls/own/load-certificate.js'
import { type CertificateReport, reportCertificate } from '../network/tls/own/report-certificate.js'
import { placeOf } from '../stores/open.js'
import { type Answer, failure } from './answer.js'

const DAY = 86_400

function lineOf({ name, kind, entries, age, state, fault }: SourceStatus): string {
  if (age === null) return `  ${name}: ${state}. ${fault}`
  const holds = `${kind}, ${entries} entries, ${Math.floor(age / DAY)} days old`
  return `  ${name}: ${holds}${fault === null ? '' : `. ${fault}`}`
}

const words: Readonly<Record<CertificateReport['state'], string>> = {
  good: 'ends in',
  'ends-soon': 'soon ends: in',
  'not-yet': 'is not good yet; ends in',
  expired: 'has expired:',
}

const certificateLine = ({ names, state, daysLeft }: CertificateReport): string =>
  `TLS: the certificate of ${names} ${words[state]} ${daysLeft} days.`

/**
 * `serve --check`: the settings were read and the store is open, so that it could start. Says of each database what it holds and how old it
 * is, and of the certificate until when it is good.
 */
export async function check(config: Config): Promise<Answer> {
  const { dataDir, databaseUrl, networkDatabases, tls } = config
  const loaded = tls && loadCertificate(tls)
  if (loaded && !loaded.ok) return failure(loaded.error)
  const certificate = loaded && reportCertificate(loaded.value, clock())
  const databases = (await openNetwork(networkDatabases, clock)).statuses()
  const known = databases.length === 0 ? [] : ['Databases about addresses:', ...databases.map(lineOf)]
  const tlsLines = certificate ? [certificateLine(certificate)] : []
  const lines = [`The server could start; its data is in ${placeOf(config)}.`, ...tlsLines, ...known]
  const place = databaseUrl ? { database: placeOf(config) } : { dataDir }
  return ok({ data: { ...place, databases, ...(certificate && { certificate }) }, lines })
}
