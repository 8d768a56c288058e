import { isLoopback, locate, type Place } from './ask.js'
import type { DrillOptions } from './options.js'
import { drillKey, PROOF_HEADER, PROOF_PATH, prove, tokenFor } from './ownership.js'

/** Where the bots of a drill go: to the page, and to what is named by `--allow`, which is held to the same. */
const sitesOf = ({ url, allow }: DrillOptions): readonly URL[] => [url, ...allow]

const howToProve = ({ origin }: URL, environment: NodeJS.ProcessEnv): readonly string[] => [
  `Serve this line at ${origin}${PROOF_PATH}:`,
  `  ${tokenFor(drillKey(environment), origin)}`,
  `or send it with the page, in the header ${PROOF_HEADER}. It is made for this origin, and of no use to anybody else.`,
]

/** `--token`: what each site has to show. @returns the exit code */
export function listTokens(options: DrillOptions, environment: NodeJS.ProcessEnv, output: { out(line: string): void }): 0 {
  for (const site of sitesOf(options)) for (const line of howToProve(site, environment)) output.out(line)
  return 0
}

/** The page, and what the browsers may reach besides. */
export type Sites = readonly [page: Place, ...others: Place[]]

/**
 * Asks each site that is not this machine for its proof.
 *
 * @returns them at the addresses that have shown it; undefined where one has not, after saying which, and how it would
 * @throws when one does not answer
 */
export async function proveSites(
  options: DrillOptions,
  environment: NodeJS.ProcessEnv,
  output: { err(line: string): void },
): Promise<Sites | undefined> {
  const places: Place[] = []
  for (const site of sitesOf(options)) {
    const place = await locate(site)
    const isFree = isLoopback(site) && !options.prove
    const proved = isFree ? place : await prove(place, tokenFor(drillKey(environment), site.origin))
    if (!proved) {
      output.err(`A drill sends bots: ${site.origin} has not shown that it is yours, so nothing was sent.`)
      for (const line of howToProve(site, environment)) output.err(line)
      return undefined
    }
    places.push(proved)
  }
  return places as [Place, ...Place[]]
}
