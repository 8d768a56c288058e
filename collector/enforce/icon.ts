const SVG = 'http://www.w3.org/2000/svg'

/** Outlines on a 24 × 24 grid, drawn with a stroke of the text's colour. */
const outlines = {
  shield: ['M12 21.5c4.6-1.6 8-5.3 8-10V5.6L12 2.5 4 5.6v5.9c0 4.7 3.4 8.4 8 10Z', 'm8.6 11.9 2.4 2.4 4.5-4.7'],
  done: ['M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19Z', 'm8 12.3 2.8 2.8 5.3-5.8'],
  stop: ['M12 21.5c4.6-1.6 8-5.3 8-10V5.6L12 2.5 4 5.6v5.9c0 4.7 3.4 8.4 8 10Z', 'M12 7.6v4.9', 'M12 15.9v.1'],
} as const

export type IconName = keyof typeof outlines

/** Decoration: the words beside it say the same. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `icon ${name}`)
  for (const outline of outlines[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', outline)
    svg.append(path)
  }
  return svg
}
