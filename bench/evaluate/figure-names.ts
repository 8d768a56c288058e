/** What is held against a bar: `docs/evaluation/bars.json` has a bar for each of these, and for nothing else. */
export const figureNames = [
  'auc',
  'tpr1',
  'tpr01',
  'ece',
  'botsChallenged',
  'unseenPeopleChallenged',
  'peopleChallenged',
  'peopleBlocked',
  'syntheticAuc',
  'syntheticChallenged',
  'newKindsChallenged',
] as const

export type FigureName = (typeof figureNames)[number]
