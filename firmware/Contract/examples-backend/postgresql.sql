-- UlmEdge packs in PostgreSQL 12 or later. Run once; then, for each message on {root}/+/data/json and {root}/+/data-rel/json:
--     select ulmedge_take('ulm/v1/donau-07/data/json', '[{"bn": …}, …]'::jsonb);
-- and acknowledge the message (PUBACK) only after the commit. Taking a pack twice, or its samples in other packs, changes nothing.

create table if not exists ulmedge_value (
    node    text             not null,
    epoch   bigint           not null,
    sample  bigint           not null, -- (node, epoch, sample) is the key of a sample; dense, never used again within an epoch
    name    text             not null, -- temp, rh, press, temp2 … ; temp.q = why there is no temp; temp.min … in summaries
    value   double precision not null,
    unit    text,
    time    timestamptz,               -- null when the node never learned it: then boot and uptime say the order
    uptime  bigint,                    -- seconds since the start of this boot; only where time is null
    boot    bigint           not null,
    samples integer          not null default 1, -- how many samples from this number on the row stands for: more in a summary
    primary key (node, epoch, sample, name)
);
create index if not exists ulmedge_value_time on ulmedge_value (node, name, time);

-- The rows of a pack, one per record with a value (RFC 8428 section 4.6: base values hold until the next ones).
create or replace function ulmedge_rows(pack jsonb)
returns table (node text, epoch bigint, sample bigint, name text, value double precision, unit text,
               "time" timestamptz, uptime bigint, boot bigint, samples integer)
language sql immutable as $$
    with record as (
        select item ->> 'n' as n, item ->> 'u' as u, (item ->> 'v')::double precision as v, coalesce((item ->> 't')::bigint, 0) as t
        from jsonb_array_elements(pack) as item
    ), batch as (
        select regexp_replace(pack -> 0 ->> 'bn', '^.*/([^/]+)/$', '\1') as node,
               split_part(pack -> 0 ->> 'vs', '.', 1)::bigint as epoch,
               split_part(pack -> 0 ->> 'vs', '.', 2)::bigint as boot,
               split_part(pack -> 0 ->> 'vs', '.', 3)::bigint as first_sample,
               (pack -> 0 ->> 'bt')::bigint as base_time,
               (select v::bigint from record where n = 'uptime') as last_uptime
    ), row_of_pack as ( -- one per distinct time; in a summary it says how many samples it stands for
        select t, coalesce(max(v) filter (where n = 'samples'), 1)::integer as samples
        from record where n not in ('batch', 'uptime', 'thinned') group by t
    ), numbered as (
        select t, samples, coalesce(sum(samples) over (order by t rows between unbounded preceding and 1 preceding), 0) as place
        from row_of_pack
    )
    select batch.node, batch.epoch, (batch.first_sample + numbered.place)::bigint, record.n, record.v, record.u,
           to_timestamp(batch.base_time + record.t),
           case when batch.base_time is null then batch.last_uptime + record.t end,
           batch.boot, numbered.samples
    from batch, numbered join record on record.t = numbered.t
    where record.n not in ('batch', 'uptime', 'thinned', 'samples') and record.v is not null
$$;

-- Stores a pack. Returns how many of its values are new.
create or replace function ulmedge_take(topic text, pack jsonb) returns bigint language plpgsql as $$
declare
    new_values bigint;
begin
    -- The topic is the broker's word (it may check who publishes where), the base name the sender's: they must agree.
    if pack -> 0 ->> 'n' is distinct from 'batch' or topic not like (pack -> 0 ->> 'bn') || 'data%/json' then
        raise exception 'no pack of its topic: %', topic;
    end if;

    insert into ulmedge_value (node, epoch, sample, name, value, unit, time, uptime, boot, samples)
    select * from ulmedge_rows(pack)
    on conflict (node, epoch, sample, name) do nothing;
    get diagnostics new_values = row_count;
    return new_values;
end
$$;

-- Sample numbers that have not arrived although later ones have; an epoch begins with number 0. The node may still have them, and send them later; what it will
-- never send stands in its ledger (health). cmd/resend asks again: {"id": …, "epoch": …, "first": first_missing, "end": end_missing}.
create or replace view ulmedge_gap as
    select node, epoch, reached as first_missing, sample as end_missing
    from (
        select node, epoch, sample,
               coalesce(max(sample + samples) over (partition by node, epoch order by sample
                                                    rows between unbounded preceding and 1 preceding), 0) as reached
        from (select node, epoch, sample, max(samples) as samples from ulmedge_value group by node, epoch, sample) as one
    ) as walked
    where sample > reached;

-- What may be published on {root}/{node}/stored (retained): {"epoch": epoch, "seq": seq}. It never goes back within an epoch.
create or replace view ulmedge_stored as
    select node, epoch, reached - 1 as seq
    from (
        select node, epoch, coalesce(
            (select min(first_missing) from ulmedge_gap as gap where gap.node = every.node and gap.epoch = every.epoch),
            max(sample + samples)) as reached
        from ulmedge_value as every
        group by node, epoch
    ) as counted
    where reached > 0;
