import { findTool } from '../../support/machine/tools.js'
import { runProgram } from './run-program.js'

/** What a program in Python prints, run by the one that the set-up found to have what the samples import. @param args `sys.argv` from 1 on */
export const runPython = (program: string, ...args: readonly string[]): Promise<string> =>
  runProgram(findTool('python3-fastapi') ?? 'python3', ['-', ...args], program)
