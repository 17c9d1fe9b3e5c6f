import { IsString } from 'class-validator';

/** A text in both languages of the product. */
export class BilingualText {
  @IsString() zh!: string;
  @IsString() en!: string;
}
