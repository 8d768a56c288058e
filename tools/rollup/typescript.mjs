import plugin from '@rollup/plugin-typescript'
import ts from 'typescript'

/** Its types take it for a CommonJS module, which it is not. @type {typeof plugin.default} */
const compile = /** @type {any} */ (plugin)

/**
 * The plugin compiles by way of a program that watches its sources, for one build too: a file saved meanwhile starts it anew, and the
 * build waits for ever. Nothing is watched here.
 */
const nothing = () => ({ close() {} })
const compiler = { ...ts, sys: { ...ts.sys, watchFile: nothing, watchDirectory: nothing } }

/** The bundler finds modules and makes the files. */
const common = { module: 'ESNext', moduleResolution: 'Bundler', noEmit: false, noCheck: true, sourceMap: true, allowJs: false }

/**
 * Takes the types away. Checking them is another job: `npm run check`, folder by folder, each with its own platform.
 *
 * @param {{ target: string, project?: string }} options `project`: which files it may meet; all of them are read for each bundle, so that few are quick
 * @returns {import('rollup').Plugin}
 */
export const typescript = ({ target, project = 'tsconfig.build.json' }) =>
  compile({ tsconfig: project, compilerOptions: { ...common, target }, typescript: compiler })
