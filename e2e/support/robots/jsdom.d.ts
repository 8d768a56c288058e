/** The part of jsdom that the bot and tests use; the package brings no types. */
declare module 'jsdom' {
  export type DOMWindow = Window & typeof globalThis

  export interface Options {
    readonly runScripts?: 'dangerously'
    readonly resources?: 'usable'
    readonly pretendToBeVisual?: boolean
    readonly virtualConsole?: VirtualConsole
    readonly beforeParse?: (window: DOMWindow) => void
  }

  export class VirtualConsole {}

  export class JSDOM {
    constructor(html: string, options?: Options)
    static fromURL(url: string, options?: Options): Promise<JSDOM>
    readonly window: DOMWindow
  }
}
