/** The build makes a file of it and gives its address (script/build.mjs). */
declare module 'leaflet/dist/leaflet.css' {
  const address: string

  // biome-ignore lint/style/noDefaultExport: so the build gives it
  export default address
}
