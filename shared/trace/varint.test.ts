import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startReading, writeSigned, writeVarint } from './varint.js'

const read = (...bytes: readonly number[]) => startReading(Uint8Array.from(bytes))

describe('a number of as many bytes as it needs', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat({ max: 2 ** 31 - 1 }), fc.constant(2 ** 47))), (numbers) => {
        const bytes: number[] = []
        for (const number of numbers) {
          writeVarint(bytes, number)
          writeSigned(bytes, number % 2 ? -number : number)
        }
        const { next, nextSigned, isDone } = read(...bytes)
        expect(numbers.map(() => [next(), Math.abs(nextSigned())])).toEqual(numbers.map((number) => [number, number]))
        expect(isDone()).toBe(true)
      }),
    )
  })

  it('takes one byte up to 127, or from −64 to 63 where it may be below 0', () => {
    const lengthOf = (write: (to: number[], value: number) => void, value: number) => {
      const bytes: number[] = []
      write(bytes, value)
      return bytes.length
    }
    expect([0, 127, 128, 16_383, 16_384].map((value) => lengthOf(writeVarint, value))).toEqual([1, 1, 2, 2, 3])
    expect([-65, -64, 63, 64].map((value) => lengthOf(writeSigned, value))).toEqual([2, 1, 1, 2])
  })

  it('has one spelling: none where it breaks off, goes on for ever, or could be shorter', () => {
    for (const bytes of [[], [128], [128, 0], [129, 128, 0], [255, 255, 255, 255, 255, 255, 255, 1]])
      expect(read(...bytes).next()).toBeNaN()
    expect(read(128, 1).next()).toBe(128)
  })

  it('is not done where more was asked for than there is', () => {
    const reader = read(1, 2, 3)
    expect([...reader.bytes(4)]).toEqual([1, 2, 3])
    expect(reader.isDone()).toBe(false)
  })
})
