namespace Heng.Platform.Shell;

/// <summary>Clause of the guiding opinion (指导意见条款) of 2024-10-18 on service-oriented enforcement; the number is the clause's own.</summary>
public enum OpinionClause
{
    /// <summary>三、注重事前预警，强化源头治理</summary>
    EarlyWarning = 3,

    /// <summary>四、坚持惩教结合，体现宽严相济</summary>
    LenienceAndSeverity = 4,

    /// <summary>五、统一裁量基准，促进过罚相当</summary>
    UniformDiscretion = 5,

    /// <summary>六、创新执法方式，体现执法温度</summary>
    ReasonedEnforcement = 6,

    /// <summary>七、做好事后跟踪，提升执法效果</summary>
    FollowUp = 7,

    /// <summary>八、严明作风纪律，文明廉洁执法</summary>
    Discipline = 8,

    /// <summary>九、加强执法监督，强化责任落实</summary>
    Oversight = 9,

    /// <summary>十、提升素质能力，夯实执法基础</summary>
    Competence = 10,

    /// <summary>十一、注重宣传引导，树立良好形象</summary>
    PublicOpinion = 11,

    /// <summary>十二、强化组织保障，确保工作落实</summary>
    Organisation = 12,
}
