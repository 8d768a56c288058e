import { expect, it } from 'vitest'
import { detectipBand, detectipScore } from './detectip.js'

it('a score is 0 for a person and 100 for a bot, and its band is one of four', () => {
  const scores = [0, 0.294, 0.296, 0.6, 0.894, 0.896, 1].map(detectipScore)
  expect(scores).toEqual([0, 29, 30, 60, 89, 90, 100])
  expect(scores.map((score) => detectipBand(score))).toEqual([
    'human',
    'human',
    'suspicious',
    'automated',
    'automated',
    'known-bot',
    'known-bot',
  ])
})

it('the score that a page is told, rounded as it is, comes to the one that a backend is told', () => {
  for (let i = 0; i <= 1000; i++) {
    const posterior = i / 1000
    expect(detectipScore(Math.round(posterior * 100) / 100)).toBe(detectipScore(posterior))
  }
})
