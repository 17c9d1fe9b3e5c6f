import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Report {
  @PrimaryColumn('varchar', { length: 36 }) id!: string;
  @Column('varchar', { length: 36 }) incidentId!: string;
  @Column('simple-json') doc!: object;
}

@Entity()
export class Incident {
  @PrimaryColumn('varchar', { length: 36 }) id!: string;
  @Column('varchar', { length: 20 }) state!: string;
  @Column('simple-json') doc!: object;
}

@Entity()
export class Unit {
  @PrimaryColumn('varchar', { length: 20 }) id!: string;
  @Column('varchar', { length: 8 }) discipline!: string;
  @Column('double') longitude!: number;
  @Column('double') latitude!: number;
  @Column('int') active!: number;
}

@Entity()
export class Assignment {
  @PrimaryColumn('varchar', { length: 36 }) id!: string;
  @Column('varchar', { length: 36 }) incidentId!: string;
  @Column('varchar', { length: 20 }) unitId!: string;
}

@Entity()
export class CaseRecord {
  @PrimaryColumn('varchar', { length: 36 }) id!: string;
  @Column('varchar', { length: 36 }) incidentId!: string;
}

@Entity()
export class Notice {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 36 }) incidentId!: string;
  @Column('varchar', { length: 40 }) type!: string;
}

@Entity()
export class OutboxEvent {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 120 }) topic!: string;
  @Column('varchar', { length: 36 }) subject!: string;
  @Column('simple-json') payload!: object;
}

export const entities = [Report, Incident, Unit, Assignment, CaseRecord, Notice, OutboxEvent];
