import type { Llr, Probability } from '../../shared/units.js'
import type { Judged } from './judge.js'

export const scoresOf = (visits: readonly Judged[]): Llr[] => visits.map(({ whole }) => whole.llr)

export const peopleOf = (visits: readonly Judged[]): Judged[] => visits.filter(({ label }) => label === 'human')
export const botsOf = (visits: readonly Judged[]): Judged[] => visits.filter(({ label }) => label === 'bot')

/** @returns NaN where there are none */
export const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length

export const posteriorsOf = (visits: readonly Judged[]): Probability[] => visits.map(({ whole }) => whole.posterior)

export const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
