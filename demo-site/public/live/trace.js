// @ts-check
import { strokeColours } from './stroke-colours.js'

/** Points that are kept: some twenty seconds of steady movement. */
const CAPACITY = 2400
/** px/ms at which a stroke has its warmest colour. */
const FAST = 2.5
/** How long a point takes to fade, in ms. */
const FADE = 25_000
/** A longer rest ends a stroke, in ms. */
const REST = 400

/** @typedef {{ x: number, y: number, t: number, speed: number, starts: boolean, press: boolean }} Point */

/**
 * Draws the pointer's way on a canvas. The points stay in this function: nothing else can read them.
 * @param {HTMLCanvasElement} canvas
 */
export function drawTrace(canvas) {
  /** @type {Point[]} */
  const points = []
  let asked = false

  const frame = () => {
    asked = false
    const now = performance.now()
    while (points[0] && now - points[0].t > FADE) points.shift()
    paint(canvas, points, now)
    // While something fades; a page on which nothing moves costs nothing.
    if (points.length > 0) ask()
  }
  const ask = () => {
    if (!asked) requestAnimationFrame(frame)
    asked = true
  }
  /** @param {PointerEvent} event @param {boolean} press */
  const add = (event, press) => {
    const last = points.at(-1)
    const { clientX: x, clientY: y, timeStamp: t } = event
    const speed = last && t > last.t ? Math.hypot(x - last.x, y - last.y) / (t - last.t) : 0
    points.push({ x, y, t, speed, starts: !last || t - last.t > REST || last.press, press })
    if (points.length > CAPACITY) points.shift()
    ask()
  }
  addEventListener('pointermove', (event) => add(event, false), { passive: true })
  addEventListener('pointerdown', (event) => add(event, true), { passive: true })
}

/** @param {HTMLCanvasElement} canvas @param {readonly Point[]} points @param {number} now */
function paint(canvas, points, now) {
  const context = canvas.getContext('2d')
  if (!context) return
  const { place, scale } = fitWindow(canvas)
  const colours = strokeColours(canvas)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.lineCap = 'round'
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    const [x, y] = place(point)
    context.globalAlpha = 1 - 0.9 * Math.min(1, Math.max(0, (now - point.t) / FADE))
    context.beginPath()
    if (point.press) {
      context.arc(x, y, 7 * scale, 0, 2 * Math.PI)
      context.strokeStyle = colours.ring
    } else if (before && !point.starts) {
      context.moveTo(...place(before))
      context.lineTo(x, y)
      context.strokeStyle = colours.at(Math.min(1, point.speed / FAST))
    }
    context.lineWidth = 2 * scale
    context.stroke()
  }
}

/**
 * Fits the whole window into the drawing, whatever the shape of either, at the screen's own resolution.
 * @param {HTMLCanvasElement} canvas
 */
function fitWindow(canvas) {
  const scale = devicePixelRatio
  const width = Math.round(canvas.clientWidth * scale)
  const height = Math.round(canvas.clientHeight * scale)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const zoom = Math.min(width / innerWidth, height / innerHeight)
  const left = (width - innerWidth * zoom) / 2
  const top = (height - innerHeight * zoom) / 2
  /** @type {(point: Point) => [number, number]} */
  const place = ({ x, y }) => [left + x * zoom, top + y * zoom]
  return { place, scale }
}
