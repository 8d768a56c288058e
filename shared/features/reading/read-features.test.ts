import { expect, it } from 'vitest'
import { features } from '../index.js'
import { readFeatures, readNothing } from './read-features.js'

it('says of no event what the sums of none say', () => {
  expect(readNothing()).toEqual(readFeatures(features.map(({ statistic }) => new Float64Array(statistic.size))))
})
