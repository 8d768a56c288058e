/**
 * Who has to give where there is too much: those who have the most, until they have no more than the next ones. Whoever has less than an
 * equal share of what may stay loses nothing, however much the others bring.
 * @param held how much each has, whole numbers above 0. @param surplus how much has to go.
 * @returns how much each gives; `surplus` together, or all that there is.
 */
export function takeFromFullest(held: ReadonlyMap<string, number>, surplus: number): ReadonlyMap<string, number> {
  const fullest = [...held].sort(([, a], [, b]) => b - a)
  let sum = 0
  let giving = 0
  for (const [, size] of fullest) {
    // The others are brought down to `size`, and that is enough.
    if (sum - giving * size >= surplus) break
    sum += size
    giving++
  }
  const left = Math.max(0, sum - surplus)
  const level = giving === 0 ? 0 : Math.floor(left / giving)
  const luckier = left - level * giving
  const gifts = fullest.slice(0, giving).map(([who, size], i) => [who, size - level - (i < luckier ? 1 : 0)] as const)
  return new Map(gifts.filter(([, gift]) => gift > 0))
}
