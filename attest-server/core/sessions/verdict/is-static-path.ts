/** Files that pages load by themselves. */
const STATIC = /\.(?:avif|bmp|css|eot|gif|ico|jpe?g|js|map|mjs|mp3|mp4|ogg|otf|pdf|png|svg|ttf|wasm|wav|webm|webmanifest|webp|woff2?)$/i

/** @param path of a request, with or without its query; undefined: not known, and then no static resource. */
export const isStaticPath = (path: string | undefined): boolean => path !== undefined && STATIC.test(path.split(/[?#]/, 1)[0]!)
