import type { ListedBot } from '../../tour/open-tour.js'
import type { FactSource } from '../../tour/tour-data.js'

export interface BotGroup {
  readonly title: string
  readonly bots: readonly ListedBot[]
}

export const canRun = ({ leftOut, missing }: ListedBot): boolean => leftOut === undefined && missing === undefined

/** How near a bot is to this stage: here, to be had, or in the tests of the repository alone. */
const distance = (bot: ListedBot): number => (canRun(bot) ? 0 : bot.missing ? 1 : 2)

/** All bots by their groups; those that can run here stand first, as do groups of which some can. */
export function botGroups(bots: readonly ListedBot[]): readonly BotGroup[] {
  const nearest = ({ bots }: BotGroup) => Math.min(...bots.map(distance))
  return [...new Set(bots.map(({ group }) => group))]
    .map((title) => ({ title, bots: bots.filter(({ group }) => group === title).sort((a, b) => distance(a) - distance(b)) }))
    .sort((a, b) => nearest(a) - nearest(b))
}

/** Ids of features by their groups. */
export function featureGroups(facts: Readonly<Record<string, FactSource>>): Readonly<Record<string, readonly string[]>> {
  const all = Object.entries(facts)
  const titles = [...new Set(all.flatMap(([, { group }]) => group ?? []))]
  return Object.fromEntries(titles.map((title) => [title, all.flatMap(([id, { group }]) => (group === title ? id : []))]))
}
