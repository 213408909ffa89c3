import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Child } from 'hono/jsx'

export interface Example {
  component: string
  name: string
  /** A whole page that holds the example. */
  html: string
}

const folder = path.dirname(fileURLToPath(import.meta.url))

/** The folders of the components; theme/ holds tokens, not a component. */
export async function componentFolders(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'theme').map((entry) => entry.name)
}

/** Every example of every component, each on a page of its own that links to `stylesheet`. */
export async function loadExamples(stylesheet: string): Promise<Example[]> {
  const found: Example[] = []
  for (const component of await componentFolders()) {
    const file = path.join(folder, component, `${component}.examples.tsx`)
    const { examples } = (await import(file)) as { examples: Record<string, () => Child> }
    for (const [name, render] of Object.entries(examples)) {
      found.push({ component, name, html: page(component, name, String(await render()), stylesheet) })
    }
  }
  return found
}

function page(component: string, name: string, example: string, stylesheet: string): string {
  const body = example.includes('<main')
    ? example
    : `<main class="balie-main"><h1 class="nl-heading nl-heading--level-1">${component}</h1><div class="balie-stack">${example}</div></main>`
  return `<!DOCTYPE html>
<html class="balie-theme" lang="nl">
  <head>
    <meta charset="utf-8">
    <title>${component}: ${name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${stylesheet}">
  </head>
  <body>${body}</body>
</html>`
}
