/** Points of a line that is straight between them and level beyond them: ascending in x, monotone in the score (0 to 100). */
export type Table = readonly (readonly [x: number, score: number])[]

/** Sums of tenths do not add up exactly, and a threshold is one of them. */
const rounded = (score: number): number => Math.round(1e6 * score) / 1e6

/** @param x NaN gives NaN */
export function onTable(table: Table, x: number): number {
  const above = table.findIndex(([at]) => x <= at)
  if (above < 0) return Number.isNaN(x) ? Number.NaN : table.at(-1)![1]
  const [[x1, y1], before] = [table[above]!, table[above - 1]]
  if (!before) return y1
  return rounded(before[1] + ((x - before[0]) / (x1 - before[0])) * (y1 - before[1]))
}

/**
 * `overall_score` of /api/score: how human the ln odds of automation are (X-01: falls wherever they rise). Even odds are 50, where the policy challenges:
 * FAIL from there on. Of nothing at all (the prior, −2.2) nothing is said: MARGINAL. PASS takes evidence for a person that outweighs all
 * against, by 0.3 nats at least: 1.35 to 1.
 */
export const humanLikeness: Table = [
  [-8, 100],
  [-5, 93],
  [-3.2, 80],
  [-2.5, 70],
  [0, 50],
  [2.2, 30],
  [5, 10],
  [9, 0],
]

/**
 * `overall_score` of /api/verify-bot: how bot-like the same ln odds are; rises with them. Nothing at all is UNCERTAIN; BOT_VERIFIED takes 1.65 to 1 for a
 * bot, after a prior of 1 to 9: evidence of 15 to 1.
 */
export const botLikeness: Table = [
  [-8, 0],
  [-5, 12],
  [-3, 35],
  [-2.7, 40],
  [-2.2, 50],
  [0.5, 70],
  [3, 85],
  [6, 95],
  [9, 100],
]

/** A detection signal's score by the evidence of its rows alone (LLR, positive for a bot). 70: nothing speaks against a person; below 50: 2.7 to 1 does. */
export const humanEvidence: Table = [
  [-3, 100],
  [-1, 88],
  [0, 70],
  [1, 50],
  [3, 15],
  [5, 0],
]

/** A verification signal's score by the same evidence. 70 takes 2.7 to 1 for a bot. */
export const botEvidence: Table = [
  [-3, 0],
  [-1, 30],
  [0, 50],
  [1, 70],
  [3, 92],
  [5, 100],
]

/** To one decimal, downwards: a score that is shown never reaches a threshold that the score itself does not (LAB-23). */
export const shown = (score: number): number => Math.floor(10 * score + 1e-9) / 10
