/**
 * Binary search.
 * @param isBehind whether what is sought lies before the item at an index
 * @returns the index of the last item at or before what is sought; −1 where there is none
 */
export function findStart(length: number, isBehind: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBehind(middle)) high = middle
    else low = middle + 1
  }
  return low - 1
}
