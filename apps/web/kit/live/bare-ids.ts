/**
 * Finds the last position that comes by itself. The parser tells only of blocks with data, but the feed begins with a bare
 * `id:`, so that a line that breaks before the first event resumes where it stood.
 */
export function bareIds(): (text: string) => string | undefined {
  let unfinished = '';
  return (text) => {
    const blocks = (unfinished + text).split('\n\n');
    unfinished = blocks.pop() ?? '';
    const bare = blocks.filter((block) => !/^data:/m.test(block));
    return bare
      .map((block) => /^id: ?(.+)$/m.exec(block)?.[1])
      .reduce<string | undefined>((last, id) => id ?? last, undefined);
  };
}
