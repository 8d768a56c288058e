import type { Locator } from 'playwright/test'

export interface Contrast {
  readonly text: string
  /** WCAG 2.2's contrast ratio, 1 to 21, of the text against the nearest opaque background behind it. */
  readonly ratio: number
}

/** Measures every text in an element. axe cannot do this in a browser's top layer: it calls all of it undecided. */
export function contrasts(root: Locator): Promise<Contrast[]> {
  return root.evaluate((dialog) => {
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!pixel) throw new Error('This browser draws nothing.')
    // Painted, because computed colours come in many notations: `rgb(…)`, `oklch(…)`, `color(…)`.
    const known = new Map<string, readonly number[]>()
    const paint = (color: string) => {
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = color
      pixel.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = pixel.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const channels = (color: string) => {
      const values = known.get(color) ?? paint(color)
      known.set(color, values)
      return values
    }
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = channels(color)
        .slice(0, 3)
        .map((value) => {
          const share = value / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const backgroundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const color = getComputedStyle(element).backgroundColor
      return (channels(color)[3] ?? 1) === 1 ? color : backgroundOf(element.parentElement)
    }
    const hasText = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    return [...dialog.querySelectorAll('*')]
      .filter((element) => hasText(element) && element.checkVisibility())
      .map((element) => {
        const [lighter = 0, darker = 0] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))].sort(
          (a, b) => b - a,
        )
        return { text: element.textContent ?? '', ratio: (lighter + 0.05) / (darker + 0.05) }
      })
  })
}
