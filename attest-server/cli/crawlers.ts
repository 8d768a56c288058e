import { ok } from '../../shared/result.js'
import type { KnownList } from '../core/crawlers/ports.js'
import { verifiedBots } from '../core/crawlers/verified-bots.js'
import type { Crawlers, ListFault } from '../network/crawler-feeds/open-crawlers.js'
import { type Answer, block } from './answer.js'

const DAY = 86_400

/** `crawlers export`: what `GET /v1/verified-bots/export` gives; for people a row a line, in columns apart by tabs. */
export async function exportCrawlers({ crawlers, ranges }: Crawlers): Promise<Answer> {
  const data = await verifiedBots(crawlers, ranges)
  const lines = data.map(({ match_method, match_value, category, name }) => [match_method, match_value, category, name].join('\t'))
  return ok({ data: { data, meta: { count: data.length } }, lines })
}

function shown({ list, source, age, size }: KnownList, fault: ListFault | undefined): object {
  return { list: list.id, source, ranges: size, age: age ?? null, ...(fault === undefined ? {} : { fault }) }
}

function sentence({ source, age, size }: KnownList, fault: ListFault | undefined): string {
  const old = age === undefined ? '' : `, ${Math.floor(age / DAY)} days old`
  return `${size} ranges, ${source}${old}${fault === undefined ? '' : `; not fetched: ${fault}`}`
}

/** `crawlers refresh`: fetches every list now. What could not be fetched stays as it was, and says so. */
export async function refreshCrawlers({ refreshAll, lists }: Pick<Crawlers, 'refreshAll' | 'lists'>): Promise<Answer> {
  const faults = await refreshAll()
  const known = await lists()
  const rows = Object.fromEntries(known.map((each) => [each.list.id, sentence(each, faults.get(each.list.id))]))
  return ok({
    data: { lists: known.map((each) => shown(each, faults.get(each.list.id))) },
    lines: block('Lists of crawlers:', rows),
    remarks: faults.size === 0 ? [] : [`${faults.size} of ${known.length} lists could not be fetched.`],
  })
}
