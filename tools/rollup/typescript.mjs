import plugin from '@rollup/plugin-typescript'

/** Its types take it for a CommonJS module, which it is not. @type {typeof plugin.default} */
const compile = /** @type {any} */ (plugin)

/**
 * Takes the types away. Checking them is another job: `npm run check`, folder by folder, each with its own platform.
 *
 * @param {{ target: string }} options
 * @returns {import('rollup').Plugin}
 */
export const typescript = ({ target }) => compile({ tsconfig: 'tsconfig.build.json', compilerOptions: { target } })
