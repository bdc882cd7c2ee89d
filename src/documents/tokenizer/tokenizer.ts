import { createRequire } from 'node:module';
import type { Token, Tokenize } from '../../domain/proofreading/token.ts';

/** A token as lindera gives it; words that the dictionary does not know have only a surface. */
interface LinderaToken {
  surface: string;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
  /** 活用形. lindera 2.0.0 gives 活用型 as conjugationForm and 活用形 as conjugationType, the wrong way round. */
  conjugationType?: string;
  baseForm?: string;
  reading?: string;
}

let loaded: Tokenize | null = null;

/**
 * The tokeniser: lindera with IPADIC inside WebAssembly. Loading takes about 0.3 s and 150 MB, so it waits for the first use.
 * The tokens cover the whole text; white space and unknown words are tokens too.
 */
export function loadTokenizer(): Tokenize {
  loaded ??= build();
  return loaded;
}

function build(): Tokenize {
  // Required and not imported: the package instantiates 60 MB of WebAssembly as soon as it is loaded.
  const { TokenizerBuilder } = createRequire(import.meta.url)('lindera-wasm-nodejs-ipadic') as typeof import('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  builder.setKeepWhitespace(true);
  const tokenizer = builder.build();
  return (text) => {
    let start = 0;
    return (tokenizer.tokenize(text) as LinderaToken[]).map((token): Token => {
      const end = start + token.surface.length;
      // The surface is cut from the text: a lone surrogate comes back from UTF-8 as U+FFFD, of the same length.
      const surface = text.slice(start, end);
      const read: Token = {
        surface, start, end, pos: token.partOfSpeech, detail: token.partOfSpeechSubcategory1 ?? '*', detail2: token.partOfSpeechSubcategory2 ?? '*',
        form: token.conjugationType ?? '*', base: token.baseForm ?? surface, ...(token.reading === undefined ? {} : { reading: token.reading }),
      };
      start = end;
      return read;
    });
  };
}
