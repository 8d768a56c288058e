// Of the frameworks, what is used here. They are the page's own packages, of any version that has these, and never ours.

declare module 'react' {
  export function useEffect(effect: () => undefined | (() => void), dependencies: readonly unknown[]): void
  export function useState<T>(first: T | (() => T)): [T, (next: T) => void]
}

declare module 'vue' {
  export function onMounted(then: () => void): void
  export function onUnmounted(then: () => void): void
  export function shallowRef<T>(): { value: T | undefined }
}
