import { defineRefusal } from '#domain-kit';

/** 422: a row without what every row needs. */
export const cellMissing = defineRefusal({
  code: 'import.cell-missing',
  kind: 'unprocessable',
  zh: '必填',
  en: 'must not be empty',
});

/** 422: a text that is no line, or too long. */
export const cellText = defineRefusal({
  code: 'import.cell-text',
  kind: 'unprocessable',
  zh: '应为不超过 {max} 个字符的文字，不含控制字符',
  en: 'must be a text of at most {max} characters without control characters',
});

/** 422: a value that is not written as it has to be. */
export const cellPattern = defineRefusal({
  code: 'import.cell-pattern',
  kind: 'unprocessable',
  zh: '应为{what}',
  en: 'must be {what}',
});

/** 422: a word that is none of those known. */
export const cellWord = defineRefusal({
  code: 'import.cell-word',
  kind: 'unprocessable',
  zh: '应为其中之一：{words}',
  en: 'must be one of: {words}',
});

/** 422: no number, or one out of its range. */
export const cellNumber = defineRefusal({
  code: 'import.cell-number',
  kind: 'unprocessable',
  zh: '应为 {min} 到 {max} 的{what}',
  en: 'must be a {what} from {min} to {max}',
});

/** 422: longitude and latitude stand in each other's place. */
export const axesSwapped = defineRefusal({
  code: 'import.axes-swapped',
  kind: 'unprocessable',
  zh: '经度和纬度写反了：经度在前，纬度在后',
  en: 'longitude and latitude stand in each other’s place: longitude comes first',
});

/** 422: half a position. */
export const halfPosition = defineRefusal({
  code: 'import.half-position',
  kind: 'unprocessable',
  zh: '经度和纬度须同时填写',
  en: 'longitude and latitude go together',
});

/** 422: two rows of a file are about the same. */
export const rowTwice = defineRefusal({
  code: 'import.row-twice',
  kind: 'unprocessable',
  zh: '与第 {row} 行重复',
  en: 'the same as row {row}',
});

/** 422: a row with more or fewer cells than the header. */
export const rowWidth = defineRefusal({
  code: 'import.row-width',
  kind: 'unprocessable',
  zh: '本行有 {cells} 格，表头有 {header} 格；含逗号的内容须加双引号',
  en: 'the row has {cells} cells and the header {header}; what holds a comma goes between double quotes',
});

/** 422: a cell that a spreadsheet computes. */
export const cellFormula = defineRefusal({
  code: 'import.cell-formula',
  kind: 'unprocessable',
  zh: '单元格是公式；请“选择性粘贴”为数值后再导入',
  en: 'the cell is a formula; paste its value in its place',
});

/** 422: a number of so many digits that the spreadsheet has rounded it. */
export const cellRounded = defineRefusal({
  code: 'import.cell-rounded',
  kind: 'unprocessable',
  zh: '数字太长，表格软件已舍入；请把该列设为文本格式后重新填写',
  en: 'so long a number was rounded by the spreadsheet; make the column a text and enter it again',
});

/** 422: bytes in no encoding that is known. */
export const fileEncoding = defineRefusal({
  code: 'import.file-encoding',
  kind: 'unprocessable',
  zh: '文件编码无法识别；请另存为 UTF-8 或 GB18030',
  en: 'the encoding of the file is not known; save it as UTF-8 or GB18030',
});

/** 422: a file that is no table, or no map. */
export const fileBroken = defineRefusal({
  code: 'import.file-broken',
  kind: 'unprocessable',
  zh: '文件无法读取：{why}',
  en: 'the file cannot be read: {why}',
});

/** 422: a file of another format than this kind of row has. */
export const fileFormat = defineRefusal({
  code: 'import.file-format',
  kind: 'unprocessable',
  zh: '文件格式应为 {formats}',
  en: 'the file must be {formats}',
});

/** 413: more than is taken at once. */
export const fileTooLarge = defineRefusal({
  code: 'import.file-too-large',
  kind: 'too-large',
  zh: '一次最多导入 {rows} 行、{megabytes} MB；请分成几个文件',
  en: 'a file may hold {rows} rows and {megabytes} MB at most; divide it',
});

/** 422: nothing but a header. */
export const fileEmpty = defineRefusal({
  code: 'import.file-empty',
  kind: 'unprocessable',
  zh: '文件中没有数据行',
  en: 'the file has no rows',
});

/** 422: a header that names a column nobody knows. */
export const columnUnknown = defineRefusal({
  code: 'import.column-unknown',
  kind: 'unprocessable',
  zh: '不认识的列；可用的列：{columns}',
  en: 'the column is not known; known are: {columns}',
});

/** 422: a column that has to be there is not. */
export const columnMissing = defineRefusal({
  code: 'import.column-missing',
  kind: 'unprocessable',
  zh: '缺少这一列',
  en: 'the column is missing',
});

/** 422: two columns of one name. */
export const columnTwice = defineRefusal({
  code: 'import.column-twice',
  kind: 'unprocessable',
  zh: '这一列出现了两次',
  en: 'the column is there twice',
});

/** 422: a feature whose geometry is no area of the map. */
export const geometryRefused = defineRefusal({
  code: 'import.geometry',
  kind: 'unprocessable',
  zh: '{why}',
  en: '{why}',
});
