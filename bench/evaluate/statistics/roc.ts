export interface RocPoint {
  readonly fpr: number
  readonly tpr: number
}

/** The ROC curve from (0, 0) to (1, 1): one point for each score at which either share changes. */
export function roc(bots: readonly number[], people: readonly number[]): RocPoint[] {
  const falling = [...bots.map((score) => ({ score, bot: true })), ...people.map((score) => ({ score, bot: false }))]
  falling.sort((a, b) => b.score - a.score)
  const points: RocPoint[] = [{ fpr: 0, tpr: 0 }]
  let [above, wrong] = [0, 0]
  for (const [i, { score, bot }] of falling.entries()) {
    if (bot) above++
    else wrong++
    if (falling[i + 1]?.score !== score) points.push({ fpr: wrong / people.length, tpr: above / bots.length })
  }
  return points
}
