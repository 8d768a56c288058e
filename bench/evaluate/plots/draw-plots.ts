import { CUTS } from '../../lib/readings-at.js'
import type { Judged, Judgement } from '../judge.js'
import { isChallenged } from '../judge.js'
import { botsOf, groupBy, peopleOf, posteriorsOf, scoresOf, shareOf } from '../select-visits.js'
import { binomialBounds } from '../statistics/binomial-bounds.js'
import { calibrationOf } from '../statistics/calibration.js'
import { roc } from '../statistics/roc.js'
import { drawIntervals } from './draw-intervals.js'
import { drawLines, type Series } from './draw-lines.js'
import type { Axis } from './svg-frame.js'

const percent = (share: number): string => `${Math.round(share * 1e4) / 100} %`
const shares = (label: string): Axis => ({ label, from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], tell: percent })

function rocSeries(name: string, visits: readonly Judged[]): Series {
  const points = roc(scoresOf(botsOf(visits)), scoresOf(peopleOf(visits)))
  return { name, points: points.map(({ fpr, tpr }) => [fpr, tpr] as const) }
}

const lasting = (visits: readonly Judged[], seconds: number) => visits.filter(({ duration }) => duration >= 1000 * seconds)

function drawRoc(recorded: readonly Judged[], synthetic: readonly Judged[]): string {
  const mouse = recorded.filter(({ device }) => device === 'mouse')
  const made = [...lasting(peopleOf(mouse), 10), ...synthetic]
  return drawLines({
    title: 'Bots caught against people stopped (mouse, behaviour alone)',
    about: 'ROC curves on a logarithmic axis of false positives; the dashed line is chance.',
    x: { ...shares('people above the threshold (false positives)'), from: 1e-3, log: true, ticks: [1e-3, 1e-2, 1e-1, 1] },
    y: shares('bots above the threshold'),
    diagonal: true,
    series: [
      rocSeries('recorded, ≥ 10 s', lasting(mouse, 10)),
      rocSeries('recorded, all', mouse),
      rocSeries('synthetic bots, ≥ 10 s', made),
    ],
  })
}

function drawReliability(recorded: readonly Judged[], prior: number): string {
  const visits = lasting(recorded, 10).filter(({ device }) => device === 'mouse')
  const { bins } = calibrationOf(posteriorsOf(botsOf(visits)), posteriorsOf(peopleOf(visits)), prior)
  return drawLines({
    title: 'What a posterior says and what was (mouse, ≥ 10 s)',
    about: 'Reliability diagram: share of bots among visits of like posterior, weighed to the prior of the card.',
    x: shares('posterior of the card'),
    y: shares('share of bots'),
    diagonal: true,
    series: [{ name: 'recorded', dots: true, points: bins.map(({ said, was }) => [said, was] as const) }],
  })
}

function drawPeople(recorded: readonly Judged[]): string {
  const bySource = groupBy(peopleOf(recorded), ({ source }) => source)
  const intervals = [...bySource].map(([name, visits]) => {
    const k = visits.filter(({ whole }) => isChallenged(whole)).length
    return { name: `${name} (${visits.length})`, value: k / visits.length, ...binomialBounds(k, visits.length) }
  })
  const most = Math.max(0.05, ...intervals.map(({ high }) => high))
  const to = Math.ceil(most * 20) / 20
  const axis: Axis = { label: 'challenged, with bounds at 95 %', from: 0, to, ticks: [0, 0.01, to / 2, to], tell: percent }
  return drawIntervals('People challenged, by source', 'Share of visits by people that end in a challenge.', axis, intervals)
}

/** @returns the share challenged after each cut, of those visits that reach the longest one */
function lengthSeries(name: string, visits: readonly Judged[]): Series {
  const longest = lasting(visits, CUTS.at(-1) ?? 0)
  const at = (seconds: number) => longest.map(({ cuts }) => cuts.get(seconds)).filter((one): one is Judgement => one !== undefined)
  return { name, dots: true, points: CUTS.map((seconds) => [seconds, shareOf(at(seconds), isChallenged)] as const) }
}

function drawLength(recorded: readonly Judged[], synthetic: readonly Judged[]): string {
  const mouse = recorded.filter(({ device }) => device === 'mouse')
  return drawLines({
    title: 'Challenged after so many seconds (mouse visits of 30 s and more)',
    about: 'Share of the same visits challenged when only their first seconds are known.',
    x: { label: 'seconds seen', from: 2, to: 30, log: true, ticks: CUTS, tell: (seconds) => `${seconds} s` },
    y: shares('challenged'),
    series: [
      lengthSeries('recorded people', peopleOf(mouse)),
      lengthSeries('recorded bots', botsOf(mouse)),
      lengthSeries('synthetic bots', synthetic),
    ],
  })
}

/** Every picture of the report, by its file's name. */
export const drawPlots = (recorded: readonly Judged[], synthetic: readonly Judged[], prior: number): Readonly<Record<string, string>> => ({
  'roc.svg': drawRoc(recorded, synthetic),
  'reliability.svg': drawReliability(recorded, prior),
  'people.svg': drawPeople(recorded),
  'length.svg': drawLength(recorded, synthetic),
})
