export function buildStyles(options: {
  outDir: string
  theme?: string
}): Promise<{ css: string; fonts: string[] }>
