import { expect, it } from 'vitest'
import { onceASecond } from './once-a-second.js'

it('what is done once a second is done once for all who ask, also at once, also where it fails', async () => {
  let [now, count] = [100, 0]
  const ask = onceASecond(
    async () => {
      count++
      if (count === 2) throw new Error('away')
      return count
    },
    () => now,
  )
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  now = 100.9
  expect(await ask()).toBe(1)
  now = 101
  await expect(ask()).rejects.toThrow('away')
  await expect(ask()).rejects.toThrow('away')
  now = 99
  expect(await ask()).toBe(3)
})
