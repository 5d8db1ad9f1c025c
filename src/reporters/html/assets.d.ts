/** Files that the page holds as they are; the build puts their text into the bundle. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.client.js' {
  const text: string;
  export default text;
}
