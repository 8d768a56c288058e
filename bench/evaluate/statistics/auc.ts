/** One score, and for how many it counts. */
export interface Weighted {
  readonly score: number
  readonly bot: boolean
  readonly weight: number
}

/** Lowest first. A caller that weighs the same scores many times sorts them once. */
export const byScore = (a: Pick<Weighted, 'score'>, b: Pick<Weighted, 'score'>): number => a.score - b.score

/**
 * The area under the ROC curve: how probable it is that a bot scores above a person, ties counted half (Hanley and McNeil, 1982).
 *
 * @param sorted by `byScore`
 * @returns NaN unless there are both
 */
export function weightedAuc(sorted: readonly Weighted[]): number {
  let [people, bots, pairs] = [0, 0, 0]
  for (let i = 0; i < sorted.length; ) {
    const { score } = sorted[i]!
    let [tiedPeople, tiedBots] = [0, 0]
    for (; i < sorted.length && sorted[i]!.score === score; i++) {
      const { bot, weight } = sorted[i]!
      if (bot) tiedBots += weight
      else tiedPeople += weight
    }
    pairs += tiedBots * (people + tiedPeople / 2)
    people += tiedPeople
    bots += tiedBots
  }
  return pairs / (people * bots)
}

/** @returns NaN unless there are both */
export function auc(bots: readonly number[], people: readonly number[]): number {
  const weigh = (bot: boolean) => (score: number) => ({ score, bot, weight: 1 })
  return weightedAuc([...bots.map(weigh(true)), ...people.map(weigh(false))].sort(byScore))
}
