// @ts-check

/**
 * Behavioural features in words: name, unit, and what hands usually give.
 * @type {Readonly<Record<string, readonly [name: string, unit: string, usual: string]>>}
 */
export const featureNames = {
  'input.movement-path-efficiency': ['Straightness of strokes', '', 'hands: 0.75 to 0.95'],
  'input.movement-bow': ['Bow of strokes', '', 'lines: 0, arcs: over 0.05'],
  'input.movement-speed-variation': ['Change of speed in a stroke', '', 'hands: over 0.35'],
  'input.movement-speed-peaks': ['Corrections while aiming', '/s', ''],
  'input.movement-turn-entropy': ['Variety of turns', '', 'lines: near 0'],
  'input.movement-speed-entropy': ['Variety of speed', '', 'programs: near 0'],
  'input.movement-even-steps': ['Steps of equal length', '%', 'programs: most'],
  'input.movement-coalescing': ['Samples in a fast move', '', 'most mice: over 1.5'],
  'input.press-teleports': ['Presses without travel', '%', 'hands: none'],
  'input.press-hover': ['Rest before a press', 'ms', 'hands: 40 to 400'],
  'input.press-dwell': ['Length of a press', 'ms', 'hands: 50 to 300'],
  'input.press-dwell-spread': ['Spread of that', 'ms', 'programs: near 0'],
  'input.press-centred': ['Presses on the exact centre', '%', 'hands: few'],
  'input.press-pressureless': ['Presses without pressure', '%', 'hardware: none'],
  'input.key-dwell': ['Length of a keystroke', 'ms', 'hands: 60 to 180'],
  'input.key-dwell-spread': ['Spread of that', 'ms', 'hands: 10 to 50'],
  'input.key-interval': ['Time between keys', 'ms', 'hands: 80 to 500'],
  'input.key-interval-spread': ['Spread of that', 'ms', 'hands: over 50'],
  'input.key-shiftless': ['Capitals without Shift', '%', 'keyboards: none'],
  'input.input-keyless': ['Text without keystrokes', '%', 'hands: none'],
  'input.wheel-scrolls': ['Smoothness of the wheel', '', 'mice: 10 to 20'],
  'input.wheel-inconsistent': ['Wheel ticks that do not fit', '%', 'mice: none'],
  'input.submit-handless': ['Forms sent without a hand', '%', 'hands: none'],
}
